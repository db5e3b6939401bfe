import { useEffect } from "react";

const SIZE = 64;
const MOST = 99;

/** Draws how much is overdue upon the window's icon, where tabs are told apart by it alone. */
export function useBadge(count: number): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link || count === 0) return undefined;
    const plain = link.href;
    link.href = drawn(count);
    return () => {
      link.href = plain;
    };
  }, [count]);
}

/** As a picture in an address. */
function drawn(count: number): string {
  const canvas = document.createElement("canvas");
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext("2d");
  if (!context) return "/icon.svg";
  context.fillStyle = "#b3261e";
  context.beginPath();
  context.roundRect(0, 0, SIZE, SIZE, SIZE / 4);
  context.fill();
  context.fillStyle = "#ffffff";
  context.font = `700 ${count > 9 ? 34 : 44}px sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(count > MOST ? `${MOST}+` : String(count), SIZE / 2, SIZE / 2 + 3);
  return canvas.toDataURL("image/png");
}
