import { useParams } from "wouter";
import { Page } from "../../app/Page.js";

export function Thread() {
  const { number } = useParams<{ number: string }>();
  return <Page title={number.toUpperCase()} />;
}
