import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../src/style/index.css";
import { loadTexts } from "../src/texts/texts.js";
import { TextsProvider } from "../src/texts/TextsContext.js";
import { LANGUAGES } from "../src/texts/languages.js";
import { PartsPage } from "./PartsPage.js";

/** `?language=ru&theme=dark&dialog=1`: what the pictures and axe walk. */
const asked = new URLSearchParams(location.search);
const language = LANGUAGES.find((one) => one === asked.get("language")) ?? "kk";
const root = document.getElementById("parts");
if (root) {
  document.documentElement.lang = language;
  const theme = asked.get("theme");
  if (theme !== null) document.documentElement.dataset["theme"] = theme;
  const current = { language, texts: await loadTexts(language) };
  createRoot(root).render(
    <StrictMode>
      <TextsProvider current={current}>
        <PartsPage dialog={asked.get("dialog")} />
      </TextsProvider>
    </StrictMode>,
  );
}
