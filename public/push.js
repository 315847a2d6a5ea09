// Shows a notice that arrives while the product is closed, and opens its page. Nothing is kept and nothing is fetched.
self.addEventListener("push", (event) => {
  let told = {};
  try {
    told = event.data?.json() ?? {};
  } catch {}
  const { titre = "Dihya", texte = "", page = "/", cle = "", langue = "fr" } = told;
  event.waitUntil(
    self.registration.showNotification(titre, {
      body: texte,
      // The same notice sent twice takes its own place.
      tag: cle,
      lang: langue,
      dir: langue === "ar" ? "rtl" : "ltr",
      data: { page },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const page = String(event.notification.data?.page ?? "/");
  // Only our own pages, whatever a message says.
  const url = new URL(page, self.location.origin);
  if (url.origin !== self.location.origin) return;
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then(async (windows) => {
      const open = windows.find((one) => "focus" in one);
      if (!open) return self.clients.openWindow(url.href);
      await open.focus();
      return open.navigate(url.href).catch(() => self.clients.openWindow(url.href));
    }),
  );
});
