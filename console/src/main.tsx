import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.js";
import { Entrance } from "./sign-in/entrance.js";
import { preferences } from "./person/preferences.js";
import { TokenProvider } from "./sign-in/provider.js";
import "./style/index.css";
import { loadTexts } from "./texts/texts.js";

const root = document.getElementById("console");
if (root) {
  const { language } = preferences.get();
  const first = { language, texts: await loadTexts(language) };
  createRoot(root).render(
    <StrictMode>
      <App entrance={new Entrance(new TokenProvider())} first={first} />
    </StrictMode>,
  );
}
