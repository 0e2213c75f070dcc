// Says at once that nothing left the phone when there is no connection; what was answered stays. Without it the browser says so on a page of its own.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-offline]')) {
  const note = document.createElement('p');
  note.setAttribute('role', 'alert');
  note.className = 'error-text';
  form.append(note);
  form.addEventListener('submit', (event) => {
    note.textContent = '';
    if (navigator.onLine) return;
    event.preventDefault();
    note.textContent = form.dataset.offline ?? '';
  });
}
