export type Toast = {
  message: string;
  tone?: "info" | "success" | "danger";
  /** Takes the act back; the toast then shows "Annuler l'action" and stays longer. */
  undo?: () => void;
};

type Listener = (toast: Toast) => void;

const waiting: Toast[] = [];
let listener: Listener | undefined;

/** Shows a short message above the page. Call it from client code; ToastHost (in the layout) displays it. */
export function showToast(toast: Toast): void {
  if (listener) listener(toast);
  else waiting.push(toast);
}

/** Used by ToastHost only: takes over display, starting with what waited. Returns the way to stop. */
export function receiveToasts(next: Listener): () => void {
  listener = next;
  for (const toast of waiting.splice(0)) next(toast);
  return () => {
    if (listener === next) listener = undefined;
  };
}
