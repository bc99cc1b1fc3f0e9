/**
 * What agents type into the lookup, written down before the search was tuned for it. The world is the simulator's with
 * {@link LOOKUP_RECIPE}; the ticket a query means is the newest one of which the facts in `means` are true, read off the
 * world by plain comparison (lookup-world.ts) and never by searching.
 */

/** The world all queries are about: three languages, 20,000 tickets. */
export const LOOKUP_RECIPE = { seed: 20_260_105, tickets: 20_000, start: Date.UTC(2026, 0, 5, 12) } as const;

/** Facts about a ticket; all that are given must be true. */
export interface Facts {
  readonly number?: string;
  /** The number begins so and goes on. */
  readonly numberBegins?: string;
  /** Contained in the subject, letter for letter. */
  readonly subject?: string;
  /** Contained in the consumer's name, letter for letter. */
  readonly consumer?: string;
  readonly email?: string;
  /** Contained in the e-mail address. */
  readonly emailPart?: string;
  /** The phone's digits end so. */
  readonly phoneEnds?: string;
  readonly document?: string;
  /** Name of one of its tags. */
  readonly tag?: string;
  /** Value of one of its own or its consumer's custom fields. */
  readonly custom?: string;
}

/** One thing an agent types. */
export interface LookupQuery {
  readonly kind: string;
  readonly query: string;
  readonly means: Facts;
}

/** Queries of one kind, each with what it means. */
export const of = (kind: string, ...list: readonly (readonly [query: string, means: Facts])[]): LookupQuery[] => list.map(([query, means]) => ({ kind, query, means }));

/** The list. */
export const LOOKUP_QUERIES: readonly LookupQuery[] = [
  ...of('number',
    ['21094', { number: '21094' }],
    ['17418', { number: '17418' }],
    ['1322', { number: '1322' }],
  ),
  ...of('number with #',
    ['#21197', { number: '21197' }],
    ['# 20875', { number: '20875' }],
    ['#7346', { number: '7346' }],
  ),
  ...of('beginning of a number',
    ['2118', { numberBegins: '2118' }],
    ['2112', { numberBegins: '2112' }],
    ['#1990', { numberBegins: '1990' }],
    ['2102', { numberBegins: '2102' }],
  ),
  ...of('accents left out',
    ['joao pedro de oliveira moraes', { consumer: 'João Pedro de Oliveira Moraes' }],
    ['conceicao damasceno', { consumer: 'Conceição Damasceno' }],
    ['lucia tevez munoz', { consumer: 'Lucía Tévez Muñoz' }],
    ['chloe brooks', { consumer: 'Chloé Brooks' }],
    ['leticia guimaraes', { consumer: 'Letícia Guimarães' }],
    ['monica leitao', { consumer: 'Mônica Leitão' }],
    ['ximena quinones zuniga', { consumer: 'Ximena Quiñones Zúñiga' }],
    ['treinamento sao jose dos campos', { subject: 'Treinamento para a nova equipe de São José dos Campos' }],
  ),
  ...of('e-mail before the @',
    ['joao.moraes90', { email: 'joao.moraes90@clinicavida.example' }],
    ['german.arriaga68', { emailPart: 'german.arriaga68@' }],
    ['zoe.oconnor', { emailPart: 'zoe.oconnor' }],
    ['conceicao.damasceno83', { emailPart: 'conceicao.damasceno83@' }],
  ),
  ...of('e-mail domain',
    ['@harborfoods', { emailPart: '@harborfoods.' }],
    ['brightdesk.example', { emailPart: '@brightdesk.example' }],
    ['luisa @clinicavida', { consumer: 'Luísa', emailPart: '@clinicavida.' }],
  ),
  ...of('e-mail middle',
    ['moraes90@clinica', { emailPart: 'moraes90@clinica' }],
    ['arriaga68@', { emailPart: 'arriaga68@' }],
    ['amasceno83', { emailPart: 'amasceno83' }],
    ['oconnor@estudio', { emailPart: 'oconnor@estudio' }],
    ['uimaraes@correo', { emailPart: 'uimaraes@correo' }],
    ['leticia.guimaraes@correo.example', { email: 'leticia.guimaraes@correo.example' }],
  ),
  ...of('phone ending',
    ['7528', { phoneEnds: '7528' }],
    ['2-3977', { phoneEnds: '23977' }],
    ['555 6262', { phoneEnds: '5556262' }],
    ['1142', { phoneEnds: '1142' }],
    ['5550-4847', { phoneEnds: '55504847' }],
    ['55545291', { phoneEnds: '55545291' }],
    ['900471', { phoneEnds: '900471' }],
    ['(305) 555-0150', { phoneEnds: '3055550150' }],
    ['95553 8016', { phoneEnds: '955538016' }],
  ),
  ...of('letter replaced',
    ['davi gonsalves', { consumer: 'Davi Gonçalves' }],
    ['ximena quinonez', { consumer: 'Ximena Quiñones' }],
    ['matias gutierres', { consumer: 'Matías Gutiérrez' }],
    ['codigo de verificasao', { subject: 'Código de verificação' }],
  ),
  ...of('letter missing',
    ['conceicao damaceno', { consumer: 'Conceição Damasceno' }],
    ['villareal', { consumer: 'Villarreal' }],
    ['hargraves', { consumer: 'Hargreaves' }],
    ['treinameto goiania', { subject: 'Treinamento para a nova equipe de Goiânia' }],
  ),
  ...of('letter doubled',
    ['monnica leitao', { consumer: 'Mônica Leitão' }],
    ['guimaraees leticia', { consumer: 'Letícia Guimarães' }],
    ['marcuss whitfield', { consumer: 'Marcus Whitfield' }],
  ),
  ...of('letters swapped',
    ['chole brooks', { consumer: 'Chloé Brooks' }],
    ['grace delgaod', { consumer: 'Grace Delgado' }],
    ['refnud 58696', { subject: 'Refund for order 58696' }],
    ['monica letiao', { consumer: 'Mônica Leitão' }],
  ),
  ...of('two words, any order',
    ['patel locked', { consumer: 'Patel', subject: 'Locked out' }],
    ['refund zoe', { consumer: 'Zoë', subject: 'Refund' }],
    ['souza proposta', { consumer: 'Souza', subject: 'Proposta' }],
    ['maceio gustavo', { consumer: 'Gustavo', subject: 'Maceió' }],
    ['aragao marcia', { consumer: 'Márcia Aragão' }],
    ['oconnor exported', { consumer: 'O’Connor', subject: 'Exported' }],
  ),
  ...of('tag and word',
    ['reembolso paola', { tag: 'Reembolso', consumer: 'Paola' }],
    ['vip yasmin', { tag: 'VIP', consumer: 'Yasmin' }],
    ['acesso leticia', { tag: 'Acesso', consumer: 'Letícia' }],
    ['garantia camila', { tag: 'Garantía', consumer: 'Camila' }],
  ),
  ...of('custom field',
    ['65641', { custom: '65641' }],
    ['87701', { custom: '87701' }],
    ['2389.9', { custom: '2389.9' }],
    ['3940.1', { custom: '3940.1' }],
    ['saude ximena', { custom: 'Saúde', consumer: 'Ximena' }],
  ),
  ...of('first name and subject',
    ['efrain capacitacion', { consumer: 'Efraín', subject: 'Capacitación' }],
    ['luisa fortaleza', { consumer: 'Luísa', subject: 'Fortaleza' }],
    ['grace late', { consumer: 'Grace', subject: 'late' }],
    ['owen locked', { consumer: 'Owen', subject: 'Locked' }],
    ['fabio erp', { consumer: 'Fábio', subject: 'ERP' }],
  ),
  ...of('identity number',
    ['714.024.649-16', { document: '714.024.649-16' }],
    ['71402464916', { document: '714.024.649-16' }],
  ),
  ...of('capitals',
    ['MARCIA ARAGAO', { consumer: 'Márcia Aragão' }],
    ['GUSTAVO BRANDÃO', { consumer: 'Gustavo Brandão' }],
    ['ZOE REFUND', { consumer: 'Zoë', subject: 'Refund' }],
  ),
  ...of('blank at the end',
    ['luisa vilaça ', { consumer: 'Luísa Vilaça' }],
    ['21015 ', { number: '21015' }],
    ['  emily  patel ', { consumer: 'Emily Patel' }],
  ),
];
