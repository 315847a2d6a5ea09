import QRCode from "qrcode";

/** The dark squares of a QR code as one SVG path, in a square of `size` units with the quiet border of the standard. */
export function qrPicture(text: string): { size: number; path: string } {
  const quiet = 4;
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const path = Array.from(data)
    .map((dark, at) => (dark ? `M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z` : ""))
    .join("");
  return { size: size + 2 * quiet, path };
}
