/** Short and familiar forms of given names in English and French Canada, and forms across the two languages; one group a line. */
const groups = `
abigail abby gail|adele adeline|agnes agnesia|albert al bert bertie|alexander alex alexandre sandy xander alec alexis|alexandra alex alexandrine sandra sandy lexie|alfred alf fred freddie|alice allie alix
alison allie ally|amanda mandy|amelia amelie mia|andrew andy drew andre andree|angela angie angele|ann anne anna annie annette nancy hannah|anthony tony antoine antony toni|antoinette toni nettie
archibald archie|arthur art artie|audrey audree|augustine august gus auguste|barbara barb barbie babs barbra|beatrice bea trixie beatrix|benedict ben benoit|benjamin ben benny benji|bernard bernie barney
bertha bertie|bethany beth|bradley brad|bridget biddy brigitte bridgette|caroline carol carrie caro carolyn|catherine kate cathy katie kathy kathleen katherine kathryn kitty cath kat catharine cate
cecilia cecile celia cissy|charles charlie chuck chas carl|charlotte lottie charlie char|christina tina chris christine chrissy kristina christiane|christopher chris kit topher christophe|claire clara clare
clement clem|constance connie|cynthia cindy|daniel dan danny|danielle dani danny|david dave davey|deborah deb debbie debra|denis dennis denny|denise denyse|diana diane di diann|dolores lola|dominic dom dominique nick
donald don donnie|dorothy dot dottie dorothee dolly|douglas doug|edmund ed eddie ned|edward ed eddie ted teddy ned edouard|eleanor ellie nell nora lenore eleonore elinor|elizabeth liz beth betty lizzie eliza elisabeth libby bess elise lisa bette
emily em emilie emmy|emmanuel manny manu|ernest ernie|esther hester estelle|etienne stephen steven|eugene gene|evelyn eve evie eva evelyne|florence flo flossie|frances fran francine frannie francoise fanny
francis frank frankie francois franck fran|franklin frank|frederick fred freddie frederic fritz rick|gabriel gabe|gabrielle gaby gabby|gaston gas|geoffrey jeff geoff jeffrey godefroy|george georgie georges|georgina georgie gina georgette
gerald gerry jerry gerard gerald|gertrude gertie trudy|gilbert gil bert|gilles giles|gillian jill|grace gracie|gregory greg gregoire|guy guillaume|william will bill billy willie liam guillaume wilhelm|gwendolyn gwen|harold harry hal
harriet hattie henriette|helen nell ellen helene nellie lena elena|henry hank harry henri|herbert herb bert|hugh hugues hughie|isabelle bella isabel belle izzy isabella|jacob jake jack|jacqueline jackie jacquie|james jim jimmy jamie jacques jaime
jane janie janet jenny jeanne jeannette|janice jan|jean john jeannot|jean jeanne jeannie|jennifer jen jenny jenn|jeremy jerry jeremie jem|jerome jerry|jessica jess jessie|joan joanne joanna jo jeanne|john jack johnny jon jean jonny
jonathan jon jonny nathan|joseph joe joey jo jos|josephine jo josie fifi|joshua josh|joyce joy|judith judy judi|julia julie jules juliette|katelyn kate katie caitlin|kenneth ken kenny|kimberly kim|kristen kris kristin|laurence laurie larry lawrence laurent
laura laurie lori laure|leonard len lenny leo leon|leslie les|lillian lily lil liliane|linda lynn lyn|louis lou louie lewis|louise lou lulu|lucy lucie lucille|lucas luke luc|madeleine maddie madelyn madeline madge lena|magdalena lena maggie
marcel marc|margaret peggy maggie meg marge margie greta marguerite margot rita daisy peg margo megan|marie mary maria mia molly polly mamie|marilyn lynn|mark marc marcus|martha marthe patty mattie|martin marty|matthew matt mathieu matthieu matty
maurice morris moe|maxime max maximilian|melanie mel|melissa mel missy lissa|michael mike mick mickey michel mikey micheal|michelle shelly mickey micheline michele|mildred millie|miriam mimi|mitchell mitch|mohammed mohamed muhammad mohammad mo
montgomery monty|nathaniel nathan nate nat nathanael|nicholas nick nicolas nicky nico|nicole nicky nikki nicolle|norman norm|olivia liv livvy|oliver ollie olivier|pamela pam|patricia pat patty trish tricia patsy patrice|patrick pat paddy patrice
paul pauly|pauline paula|peter pete pierre|philip phil philippe phillip pip|philomena mena|priscilla prissy|rachel rae rachelle|randall randy|raymond ray|rebecca becky becca rebekah|reginald reg reggie|rene renee|richard rick dick rich ricky richie
robert bob rob bobby robbie bert|roberta bobbie|rodney rod|roger rog|roland rollie rolland|ronald ron ronnie|rosemary rose rosie romy rosemarie|roxanne roxy|russell russ rusty|ruth ruthie|samantha sam sammie|samuel sam sammy|sarah sara sally sadie
sebastian seb sebastien bastien|sharon shari|sheila cecile|simon si|sophia sophie sofia|stanley stan|stephen steve steven stephane stefan steph|stephanie steph|susan sue suzie susie suzanne susanne susanna suzy|sylvia sylvie|terence terry terrance|theresa terry tess tessa therese teresa
theodore ted teddy theo|thomas tom tommy thom|timothy tim timmy timothee|valerie val|veronica ronnie vera veronique|victor vic|victoria vicky vickie tori|vincent vince vinny|virginia ginny ginger virginie|vivian viv vivienne|walter walt wally|wayne dwayne
wilfred wilf fred|yvonne evonne|zachary zach zack zacharie`;

const groupsOf = new Map<string, number[]>();
for (const [number, group] of groups.split(/[|\n]/).entries())
  for (const name of group.split(' ').filter((one) => one !== '')) groupsOf.set(name, [...(groupsOf.get(name) ?? []), number]);

const none: readonly number[] = [];

/** The groups of familiar forms that a folded given name belongs to; names that share a group may be the same person's. */
export function nicknameGroups(name: string): readonly number[] {
  return groupsOf.get(name) ?? none;
}
