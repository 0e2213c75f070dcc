import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { written } from '../intake/actions.ts';
import type { Intake } from '../intake/queries.ts';
import type { Desk } from '../person/actions.ts';
import { type HandOff, insertHandOff, type NewHandOff, updateConfirmed } from './queries.ts';

/** Records a warm hand-over; it stands as unconfirmed until the receiving side says that it took over. */
export async function handOver(scope: Scope, desk: Desk, intake: Intake, given: NewHandOff): Promise<void> {
  await insertHandOff(scope, { ...given, id: newId(), intake: intake.id, ...desk });
  await written(scope, desk, intake, 'handed-over');
}

/** Confirms a hand-over: in the name of the receiving agency, else as something that the side that handed over was told. */
export async function confirm(scope: Scope, desk: Desk, handOff: HandOff): Promise<boolean> {
  const receiver = handOff.toAgency === desk.agency;
  if (!(await updateConfirmed(scope, handOff.id, desk.account, receiver ? 'receiver' : 'told'))) return false;
  if (handOff.fromAgency === desk.agency) await written(scope, desk, { id: handOff.intake }, 'confirmed');
  return true;
}
