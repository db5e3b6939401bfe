import { useParams } from "wouter";

export function PrintedCard() {
  const { number } = useParams<{ number: string }>();
  return <h1>{number.toUpperCase()}</h1>;
}
