export type ConsultationState = 'to-come' | 'open' | 'closed' | 'reported';

/** Where a consultation stands, from its days and its report. Days are calendar days, both included. */
export function consultationState(one: { readonly from: string; readonly until: string; readonly publishedOn: string | undefined }, today: string): ConsultationState {
  if (one.publishedOn !== undefined) return 'reported';
  if (today < one.from) return 'to-come';
  return today <= one.until ? 'open' : 'closed';
}
