import type { Route } from '#app/platform/http/route.ts';
import { capability } from './capability.ts';
import { consentRoutes } from './consent-routes.ts';
import { healthcareService } from './healthcare-service.ts';
import { organization } from './organization.ts';
import { resource } from './outcome.ts';
import { patientRoutes } from './patient-routes.ts';
import { questionnaireRoutes } from './questionnaire.ts';
import { questionnaireResponseRoutes } from './questionnaire-response-routes.ts';
import { referralRoutes } from './referral-routes.ts';
import { byId, open } from './route.ts';
import { fhirBase } from './urls.ts';

/** FHIR R4 for programs, read and create: each key acts as its account, under the same row policies as the pages. */
export function fhirRoutes(): Route[] {
  return [
    open('metadata', async (visit) => resource(capability(fhirBase(visit.baseUrl)))),
    ...questionnaireRoutes(), open('Organization/:id', byId(organization)), open('HealthcareService/:id', byId(healthcareService)),
    ...patientRoutes(), ...consentRoutes(), ...questionnaireResponseRoutes(), ...referralRoutes(),
  ];
}
