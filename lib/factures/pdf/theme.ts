/** The light palette of the screens, on white paper. Points are 1/72 inch; A4 is 595 × 842. */
export const couleurs = {
  ink: "#1d2726",
  muted: "#56625f",
  line: "#e4ddd1",
  lineStrong: "#b9b2a4",
  accent: "#0f5f5c",
  accentSoft: "#e9f3f1",
  warm: "#c17817",
  warmText: "#84500a",
  warmSoft: "#fdf7ea",
  success: "#1f6138",
};

export const marge = 42;

/** Window of a DL envelope (NF Z 10-011): the address starts 110 mm from the left edge, 50 mm from the top. */
export const fenetre = { left: 312, top: 142, height: 82 };

export const tailles = { xs: 6.8, sm: 7.6, base: 8.8, lg: 10.5, xl: 15, titre: 23, montant: 25 };
