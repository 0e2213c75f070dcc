/** An issue of a questionnaire or of a response; `code` is one of FHIR's issue types. */
export type Issue = {
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: IssueCode;
  /** FHIRPath that names the item, e.g. `QuestionnaireResponse.item.where(linkId='age').answer[0]`. */
  readonly expression: string;
  readonly text: string;
};

export type IssueCode = 'required' | 'invalid' | 'structure' | 'value' | 'invariant' | 'business-rule' | 'code-invalid' | 'not-supported' | 'duplicate' | 'not-found' | 'exception' | 'too-long' | 'too-costly';

export type Report = (issue: Issue) => void;

/** The questionnaire cannot be honoured; `issues` says why, the message is the first reason. */
export class QuestionnaireRefused extends Error {
  override name = 'QuestionnaireRefused';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    const [first] = issues;
    super(first ? `${first.expression}: ${first.text}` : 'questionnaire: it cannot be honoured');
    this.issues = issues;
  }
}

export function itemPath(parent: string, linkId: string, index = 0): string {
  return `${parent}.item.where(linkId='${linkId.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}')${index > 0 ? `[${index}]` : ''}`;
}
