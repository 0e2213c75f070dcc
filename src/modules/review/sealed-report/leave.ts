/** Leaving at once: the page is emptied first, then another one takes its place in the history. Esc three times within two seconds does the same. */
export function watchWayOut(link: HTMLAnchorElement): void {
  const leave = () => {
    document.title = '';
    document.body.replaceChildren();
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  const presses: number[] = [];
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    presses.push(event.timeStamp);
    const third = presses.at(-3);
    if (third !== undefined && event.timeStamp - third < 2000) leave();
  });
  // A page that the browser brings back from its memory is emptied as well.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
