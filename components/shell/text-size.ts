/** The cookie that remembers larger text (18 px instead of 16) in this browser; absent: as the browser says. */
export const textSizeCookieName = "dihya_texte";

export const isLargeText = (value: string | undefined): boolean => value === "grand";
