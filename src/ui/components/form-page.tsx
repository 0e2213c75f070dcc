import type { Child } from 'hono/jsx';
import type { PageFrame } from '../page-frame.ts';
import { uiWords } from '../words.ts';
import { Csrf } from './csrf.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { type FieldErrors, HiddenFields } from './fields.tsx';

type FormProps = {
  frame: PageFrame;
  errors?: FieldErrors | undefined;
  /** Where it is posted; the page's own address when absent. */
  action?: string;
  submit?: string;
  /** A page of several steps: a way back that keeps what was typed. */
  back?: boolean;
  hidden?: readonly (readonly [string, string])[];
  files?: boolean;
  children: Child;
};

/** A form with its summary of errors, the token, what was answered before, and its buttons. */
export function Form({ frame, errors = {}, action, submit, back, hidden = [], files, children }: FormProps) {
  const words = uiWords[frame.language];
  return (
    <>
      <ErrorSummary language={frame.language} errors={errors} />
      <form method="post" action={action} novalidate enctype={files ? 'multipart/form-data' : undefined}>
        <Csrf frame={frame} />
        <HiddenFields fields={hidden} />
        {children}
        <div class="buttons">
          <button class="button" type="submit">{submit ?? words.continue}</button>
          {back ? <button class="button quiet" type="submit" name="back" value="yes">{words.back}</button> : null}
        </div>
      </form>
    </>
  );
}
