const core = 'http://hl7.org/fhir/StructureDefinition/';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';

/** The extensions that the engine honours, by its own short name. */
export const urls = {
  translation: `${core}translation`,
  hidden: `${core}questionnaire-hidden`,
  itemControl: `${core}questionnaire-itemControl`,
  choiceOrientation: `${core}questionnaire-choiceOrientation`,
  minOccurs: `${core}questionnaire-minOccurs`,
  maxOccurs: `${core}questionnaire-maxOccurs`,
  minValue: `${core}minValue`,
  maxValue: `${core}maxValue`,
  minQuantity: `${sdc}minQuantity`,
  maxQuantity: `${sdc}maxQuantity`,
  minLength: `${core}minLength`,
  maxDecimalPlaces: `${core}maxDecimalPlaces`,
  maxSize: `${core}maxSize`,
  mimeType: `${core}mimeType`,
  regex: `${core}regex`,
  entryFormat: `${core}entryFormat`,
  optionExclusive: `${core}questionnaire-optionExclusive`,
  optionPrefix: `${core}questionnaire-optionPrefix`,
  ordinalValue: `${core}ordinalValue`,
  ordinalValueOfForms: `${core}questionnaire-ordinalValue`,
  itemWeight: `${core}itemWeight`,
  unit: `${core}questionnaire-unit`,
  unitOption: `${core}questionnaire-unitOption`,
  unitOpen: `${sdc}unitOpen`,
  openLabel: `${sdc}openLabel`,
  referenceResource: `${core}questionnaire-referenceResource`,
  sliderStep: `${core}questionnaire-sliderStepValue`,
  constraint: `${core}questionnaire-constraint`,
  targetConstraint: `${core}targetConstraint`,
  variable: `${core}variable`,
  launchContext: `${sdc}launchContext`,
  calculated: `${sdc}calculatedExpression`,
  initial: `${sdc}initialExpression`,
  enableWhen: `${sdc}enableWhenExpression`,
  supportLink: `${core}questionnaire-supportLink`,
  expansionProperty: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.property',
  containsProperty: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property',
  weightProperty: 'http://hl7.org/fhir/concept-properties#itemWeight',
} as const;

/** Names an extension without which the form must not be shown. */
export const criticalExtension = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-rendering-criticalExtension';

/** Extensions that change what a form means and that the engine cannot honour; with what a person should be told. */
export const refusedExtensions: Readonly<Record<string, string>> = {
  [`${sdc}subQuestionnaire`]: 'the questionnaire must be assembled first (sub-questionnaire)',
  [`${sdc}questionnaireAdaptive`]: 'an adaptive questionnaire gets its questions from a server',
};

/** Extensions that are kept but have no effect here; a form that uses them still works, with less. */
export const ignoredExtensions: Readonly<Record<string, string>> = {
  [`${sdc}answerExpression`]: 'answers that come from a query',
  [`${sdc}candidateExpression`]: 'candidate answers that come from a query',
  [`${sdc}contextExpression`]: 'context shown beside the question',
  [`${sdc}answerOptionsToggleExpression`]: 'answers that are switched on by an expression',
  [`${sdc}itemPopulationContext`]: 'population from other records',
  [`${core}cqf-expression`]: 'a text or property made by an expression',
  [`${core}cqf-calculatedValue`]: 'a limit made by an expression',
};

export const scoreUrls: readonly string[] = [urls.itemWeight, urls.ordinalValue, urls.ordinalValueOfForms];
