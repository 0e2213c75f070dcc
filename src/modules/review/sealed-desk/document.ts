/** The element of an id; one that stands nowhere when the page has none, so that parts of the script may meet pages without it. */
export function element(id: string): HTMLElement {
  return document.getElementById(id) ?? document.createElement('div');
}

export function field(id: string): HTMLInputElement {
  const found = element(id);
  return found instanceof HTMLInputElement ? found : document.createElement('input');
}

export function tellAt(id: string, text: string): void {
  element(id).textContent = text;
  element(id).hidden = text === '';
}
