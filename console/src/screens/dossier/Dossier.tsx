import { useParams } from "wouter";
import { Page } from "../../app/Page.js";

export function Dossier() {
  const { number } = useParams<{ number: string }>();
  return <Page title={number.toUpperCase()} />;
}
