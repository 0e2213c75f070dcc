import { Csrf } from '#app/ui/components/csrf.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';

/** One step as a button of its own form, with what it will do. */
export function StepButton({ frame, to, label, hint, quiet, id }: { frame: PageFrame; to: string; label: string; hint?: string | undefined; quiet?: boolean; id?: string }) {
  return (
    <form method="post" action={localized(frame.language, to)} class="step">
      <Csrf frame={frame} />
      {hint ? <p class="hint">{hint}</p> : null}
      <button id={id} class={quiet ? 'button quiet' : 'button'} type="submit">{label}</button>
    </form>
  );
}
