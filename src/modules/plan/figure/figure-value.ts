export { printedNumber as figureValue } from '#app/ui/printed-number.ts';
