import { useParams } from "wouter";
import { Page } from "../../app/Page.js";

export function Card() {
  const { number } = useParams<{ number: string }>();
  return <Page title={number.toUpperCase()} />;
}
