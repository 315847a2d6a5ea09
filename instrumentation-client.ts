// Runs in every page before anything else of ours: the two things that the content policy needs from a script.

/** What may become code here: nothing that was text, except the empty element through which React makes a script. */
const harmless = new Set(["", "<script></script>"]);

const fromUs = (address: string) => new URL(address, document.baseURI).origin === window.location.origin;

/** Scripts come from our own address, and only from where the product's own are. */
const ours = (address: string) =>
  fromUs(address) && /^\/(_next\/static\/|push\.js$)/.test(new URL(address, document.baseURI).pathname);

type Rules = {
  createHTML: (text: string) => string | null;
  createScriptURL: (address: string) => string | null;
};
type Browser = typeof globalThis & {
  trustedTypes?: { createPolicy(name: string, rules: Rules): unknown };
  __webpack_nonce__?: string;
};

const browser = globalThis as Browser;

browser.trustedTypes?.createPolicy("default", {
  createHTML: (text) => (harmless.has(text) ? text : null),
  createScriptURL: (address) => (ours(address) ? address : null),
});

// The component library writes a style sheet of its own into the page, and looks for the nonce under this name.
browser.__webpack_nonce__ = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
