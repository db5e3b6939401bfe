import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const root = document.getElementById("console");
if (root) createRoot(root).render(<StrictMode>Dabyl</StrictMode>);
