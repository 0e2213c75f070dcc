// First names that are common in Canada, in English, French and other families' tongues, without accents. Left out: those that are mostly other words
// (May, June, Will, Hope, Grace, Rose, Summer, Art, Bill, Mark, Frank, Jack, Rich, Chance) or places (Victoria, Savannah).
const english = `aaron abigail adam adrian aidan alan albert alex alexander alexandra alexis alice alison allan allison amanda amber amelia amy andrea andrew angela angie anita ann
anna anne annie anthony arthur ashley audrey austin barbara barry beatrice becky ben benjamin bernard beth betty beverly blake bob bonnie brad bradley brandon brenda brendan brent brett
brian brianna brittany bruce bryan caitlin calvin cameron carl carla carol caroline carolyn carrie catherine cathy chad charlene charles charlie chelsea cheryl chloe chris christian
christina christine christopher cindy claire clara clifford clinton colin colleen connor corey courtney craig crystal cynthia daisy dale dan dana daniel danielle darlene darren dave david
deborah debbie debra denise dennis derek diana diane don donald donna doris dorothy doug douglas dustin dylan eddie edith edward eileen elaine eleanor elizabeth ella ellen emily emma eric
erica erin ethan eugene eva evan evelyn fiona florence frances fred frederick gabriel gabrielle gail gary gavin geoff geoffrey george gerald gina glen glenn gloria gordon greg gregory hannah
harold harry heather helen henry holly howard ian irene isaac isabella jacob jacqueline jake james jamie jane janet janice jared jasmine jason jeff jeffrey jen jenna jennifer jenny jeremy
jerry jesse jessica jill jim jimmy joan joanne jocelyn joe joel johanna john johnny jonathan jordan joseph josh joshua joyce judith judy julia julian julie justin karen karl kate katelyn
katherine kathleen kathryn kathy katie kayla keith kelly ken kenneth kerry kevin kim kimberly kristen kristin kyle larry laura lauren laurie leah lee leonard leslie liam lillian linda lindsay
lisa logan lois loretta lori lorraine louise lucas lucy luke lynn mackenzie madison malcolm marcus margaret maria marilyn marion marjorie marlene martha martin marvin mary matt matthew
maureen max megan melanie melissa meredith mia michael michelle mike mildred mitchell molly monica morgan murray nancy naomi natalie natasha nathan neil nicholas nick nicole noah nora norma
norman olivia oliver oscar owen pamela pat patricia patrick patty paul paula pauline peggy peter phil philip phillip phyllis rachel ralph randy ray raymond rebecca reginald rhonda richard rick
ricky rob robert roberta robin rodney roger ron ronald rosemary ross roy russell ruth ryan sally sam samantha samuel sandra sandy sara sarah scott sean shane shannon sharon shaun shawn sheila
shelley sherry shirley sidney simon sophia sophie spencer stacey stan stanley stella stephanie stephen steve steven stuart susan suzanne sylvia tammy tanya tara taylor ted teresa terry theresa
thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis trevor tyler valerie vanessa vera vernon veronica vicki vincent virginia vivian walter wanda warren wayne wendy wesley
wilfred william wilma yvonne zachary zoe`;
const french = `achille adele agathe alain amelie anais andre andree annette annick antoine antoinette arlette armand arnaud aurelie bastien beatrice benoit bernadette bertrand brigitte camille
carole cecile celine chantal charlotte christelle christiane christophe claude claudette claudine clement colette corinne cyril damien danielle delphine denis didier dominique edith edouard elise
elodie emile emilie emmanuel emmanuelle estelle etienne eugenie fabien fabienne felix fernand florence florian france francine francis francois francoise frederic genevieve georges gerard germain
germaine ghislain ghislaine gilbert gilles ginette gisele guillaume guy guylaine helene henri herve hugo hugues huguette isabelle jacinthe jacques jean jeanne jeannine jerome joanie joelle
josee josette julien juliette karine laurence laurent lea lise lorraine louis louise luc lucie lucien lucienne ludovic madeleine manon marc marcel marcelle marguerite marianne marie marielle
marina martine mathieu mathilde matthieu maude maurice maxime melodie michel micheline mireille monique mylene nadine nathalie nicolas noel noemie normand odette odile olivier pascal pascale
patrice paulette philippe pierre pierrette rachelle raphael raymonde real rejean remi rene renee roland rolande romain roxane sandrine sebastien serge simone solange stephane suzette sylvain
sylvie thierry thibault therese valerie veronique vincent violette virginie viviane xavier yannick yolande yves yvette yvon`;
const others = `abdul abdullah ahmad ahmed aisha ali alejandro amar amina amir amit ana anil anjali antonio arjun asha aziz carlos carmen chen chidi deepak dmitri elena farah fatima fatma
fernando francisco giovanni giuseppe gurpreet hana harpreet hassan hussein ibrahim imran ingrid ivan javier jasbir jorge jose juan karim khalid kiran krishna lakshmi layla leila luis luisa
mahmoud malik manuel manpreet maryam mei miguel ming mohamed mohammad mohammed muhammad mustafa nadia navdeep neha olga omar oksana pablo pedro pooja prabhjot priya rahul raj rajesh ramesh
rania ravi rosa salma samir sanjay sergei siddharth simran sofia sukhdeep sunita svetlana tariq tatiana tuan wei xiao yasmin yousef yuki yusuf zainab`;

/** First names in lower case and without accents. */
export const firstNames: ReadonlySet<string> = new Set(`${english} ${french} ${others}`.split(/\s+/));
