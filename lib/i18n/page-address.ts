/** Header in which the proxy writes the address of the page asked for; whatever a caller sends under it is replaced. */
export const pageAddressHeader = "x-dihya-page";

/** Header in which the proxy writes the language of a page whose address has none. */
export const pageLanguageHeader = "x-dihya-langue";
