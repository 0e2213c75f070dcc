import type { Child } from 'hono/jsx';

/** Errors of a form by field name; the texts are in the person's language. */
export type FieldErrors = Readonly<Record<string, string>>;

type Common = { name: string; label: Child; hint?: Child; error?: string | undefined; pageTitle?: boolean };
export type Option = { readonly value: string; readonly label: Child; readonly hint?: Child };

const describedBy = ({ name, hint, error }: Common) => [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;

function Notes({ name, hint, error }: Common) {
  return (
    <>
      {hint ? <p class="hint" id={`${name}-hint`}>{hint}</p> : null}
      {error ? <p class="error-text" id={`${name}-error`}>{error}</p> : null}
    </>
  );
}

function Label(props: Common) {
  return <label for={props.name} class={props.pageTitle ? 'page-title' : undefined}>{props.pageTitle ? <h1>{props.label}</h1> : props.label}</label>;
}

export function TextInput(props: Common & { value?: string | undefined; type?: string; autocomplete?: string; width?: 'short' | 'medium'; maxlength?: number; inputmode?: 'email' | 'tel' | 'numeric' | 'text' | 'url'; spellcheck?: boolean; autofocus?: boolean }) {
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <Label {...props} />
      <Notes {...props} />
      <input id={props.name} name={props.name} type={props.type ?? 'text'} value={props.value ?? ''} class={props.width} autocomplete={props.autocomplete} maxlength={props.maxlength}
        inputmode={props.inputmode} spellcheck={props.spellcheck} autofocus={props.autofocus} aria-describedby={describedBy(props)} aria-invalid={props.error ? 'true' : undefined} />
    </div>
  );
}

export function Textarea(props: Common & { value?: string | undefined; rows?: number; lang?: string }) {
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <Label {...props} />
      <Notes {...props} />
      <textarea id={props.name} name={props.name} rows={props.rows ?? 6} lang={props.lang} aria-describedby={describedBy(props)} aria-invalid={props.error ? 'true' : undefined}>{props.value ?? ''}</textarea>
    </div>
  );
}

export function Select(props: Common & { value?: string | undefined; options: readonly Option[]; empty?: string | undefined }) {
  return (
    <div class={props.error ? 'field bad' : 'field'}>
      <Label {...props} />
      <Notes {...props} />
      <select id={props.name} name={props.name} aria-describedby={describedBy(props)} aria-invalid={props.error ? 'true' : undefined}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>{option.label}</option>
        ))}
      </select>
    </div>
  );
}

function Choices(props: Common & { inline?: boolean; type: 'radio' | 'checkbox'; options: readonly Option[]; chosen: readonly string[] }) {
  return (
    <fieldset class={props.error ? 'field bad' : 'field'} aria-describedby={describedBy(props)}>
      <legend class={props.pageTitle ? 'page-title' : undefined}>{props.pageTitle ? <h1>{props.label}</h1> : props.label}</legend>
      <Notes {...props} />
      <div class={props.inline ? 'choices inline' : 'choices'}>
      {props.options.map((option, index) => {
        const id = index === 0 ? props.name : `${props.name}-${option.value}`;
        return (
          <div class="choice">
            <input type={props.type} id={id} name={props.name} value={option.value} checked={props.chosen.includes(option.value)} aria-describedby={option.hint ? `${id}-note` : undefined} />
            <div>
              <label for={id}>{option.label}</label>
              {option.hint ? <p class="hint" id={`${id}-note`}>{option.hint}</p> : null}
            </div>
          </div>
        );
      })}
      </div>
    </fieldset>
  );
}

export function Radios(props: Common & { inline?: boolean; options: readonly Option[]; value?: string | undefined }) {
  return <Choices {...props} type="radio" chosen={props.value ? [props.value] : []} />;
}

export function Checkboxes(props: Common & { options: readonly Option[]; values: readonly string[] }) {
  return <Choices {...props} type="checkbox" chosen={props.values} />;
}

/** Answers of earlier steps, carried along so that nothing is kept on the server before the end. */
export function HiddenFields({ fields }: { fields: readonly (readonly [string, string])[] }) {
  return <>{fields.map(([name, value]) => <input type="hidden" name={name} value={value} />)}</>;
}
