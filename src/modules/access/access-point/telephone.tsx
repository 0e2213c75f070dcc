/** A telephone number that a phone can call. */
export function Telephone({ number }: { number: string }) {
  return <a href={`tel:${number.replaceAll(/[^0-9+]/g, '')}`}>{number}</a>;
}
