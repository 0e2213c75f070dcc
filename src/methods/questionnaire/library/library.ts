import type { Json } from '../fhir.ts';
import { connection } from './connection.ts';
import { gad2, gad7 } from './gad.ts';
import { intake } from './intake.ts';
import { needs } from './needs.ts';
import { phq2, phq9 } from './phq.ts';
import { readiness } from './readiness.ts';
import { scoreOnlySlots } from './slots.ts';

/** The forms that this project wrote itself. */
export const ownForms: readonly Json[] = [intake, needs, connection, readiness];
/** Every questionnaire that comes with the program, in the order in which they are offered. */
export const library: readonly Json[] = [...ownForms, phq9, phq2, gad7, gad2, ...scoreOnlySlots];
