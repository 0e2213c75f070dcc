// Opens and closes the branches of a form while it is filled in. Without it they open after a post; the server decides in either case.
import { type BranchRule, isBranchOpen } from '#app/methods/questionnaire/render/open-branch.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const form = document.querySelector('[data-enable-when]')?.closest('form');
const branches = [...(form?.querySelectorAll<HTMLElement>('[data-enable-when]') ?? [])].map((element) => {
  const rule: BranchRule = JSON.parse(element.dataset.enableWhen ?? '{}');
  return { element, rule };
});

const isControl = (element: Element): element is Control => element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
const controlsOf = (root: HTMLElement) => [...root.querySelectorAll('input, select, textarea')].filter(isControl);

/** What stands in the fields of a name, without what is in a closed branch; undefined where the form has none. */
function answersOf(field: string): string[] | undefined {
  const own = form ? controlsOf(form).filter((one) => one.name === field || one.name === `${field}~other`) : [];
  if (own.length === 0) return undefined;
  const given = own.filter((one) => !one.closest('[data-enable-when][hidden]') && !(one instanceof HTMLInputElement && (one.type === 'radio' || one.type === 'checkbox') && !one.checked));
  return given.map((one) => one.value.trim()).filter((value) => value !== '');
}

/** One branch may open another, so until nothing changes; a circle stops after as many rounds as there are branches. */
function settle(): void {
  for (let round = 0; round <= branches.length; round += 1) {
    let changed = false;
    for (const { element, rule } of branches) {
      const open = isBranchOpen(rule, answersOf) ?? !element.hidden;
      changed ||= element.hidden === open;
      element.hidden = !open;
    }
    if (!changed) break;
  }
  // What is closed is not posted; what is typed in it stays, should it open again.
  for (const { element } of branches) for (const control of controlsOf(element)) control.disabled = control.closest('[data-enable-when][hidden]') !== null;
}

if (form && branches.length > 0) {
  const sign = document.createElement('input');
  [sign.type, sign.name, sign.value] = ['hidden', '~opens', 'yes'];
  form.append(sign);
  form.addEventListener('input', settle);
  form.addEventListener('change', settle);
  window.addEventListener('pageshow', settle);
  settle();
}
