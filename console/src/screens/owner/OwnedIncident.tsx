export function OwnedIncident({ number }: { readonly number: string }) {
  return number;
}
