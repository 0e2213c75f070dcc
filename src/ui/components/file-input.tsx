/** One file of a form; put it in a form with `files`. */
export function FileInput({ name, label, hint, accept, error }: { name: string; label: string; hint?: string | undefined; accept: string; error?: string | undefined }) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={name}>{label}</label>
      {hint ? <p class="hint" id={`${name}-hint`}>{hint}</p> : null}
      {error ? <p class="error-text" id={`${name}-error`}>{error}</p> : null}
      <input type="file" id={name} name={name} accept={accept} aria-describedby={described} aria-invalid={error ? 'true' : undefined} />
    </div>
  );
}
