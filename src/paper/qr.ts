import { encode } from "uqr";

/** Modules of white around a QR code that a reader needs (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;

/** A QR code as a picture of `size` by `size` modules with its margin: the path of its dark ones, a line of them at a time. */
export function drawCode(address: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(address, { ecc: "M", border: QUIET });
  let path = "";
  data.forEach((line, y) => {
    for (let x = 0; x < size; x += 1) {
      const from = x;
      while (x < size && line[x] === true) x += 1;
      if (x > from) path += `M${from} ${y}h${x - from}v1H${from}z`;
    }
  });
  return { size, path };
}

/** The same as a document of its own. */
export function codeAsSvg(address: string): string {
  const { size, path } = drawCode(address);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}
