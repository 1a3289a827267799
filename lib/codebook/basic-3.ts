import type { Codebook, Label } from './codebook';

const loadedFraming: Label = {
  key: 'loaded_framing',
  name: 'Loaded framing',
  color: '#d55e00',
  pattern: 'wavy',
  hotkey: '1',
  definition:
    'Wording that judges while it seems to report. The choice of words, not the fact itself, leans the reader to one side: an intensifier, a one-sided name, a euphemism, a reporting verb that believes or doubts, a phrase that takes the disputed point for granted.',
  test: 'Would a neutral synonym change the stated fact? If not, and the words push the reader to one side, mark them: as few words as carry the push.',
  examples: [
    {
      text: 'The mayor rammed the budget through on Tuesday.',
      kind: 'good',
      why: '“Passed” would state the same event. Mark “rammed … through” only.',
    },
    {
      text: 'The minister admitted that costs had risen.',
      kind: 'good',
      why: '“Said” would do. “Admitted” supposes guilt and a secret.',
    },
    {
      text: 'Twelve people died in the attack.',
      kind: 'near-miss',
      why: 'A grave fact in plain words. Grave is not loaded.',
    },
    {
      text: '“It was a shameful vote,” the councillor said.',
      kind: 'near-miss',
      why: 'The judgement is the speaker’s and shown as such. Mark it as a direct quote.',
    },
  ],
  parent: null,
  attributes: [
    {
      key: 'device',
      name: 'Device',
      type: 'choice',
      options: [
        'intensifier',
        'one-sided term',
        'euphemism',
        'loaded reporting verb',
        'presupposition',
        'hedge or booster',
      ],
      required: false,
    },
  ],
};

const unsupportedClaim: Label = {
  key: 'unsupported_claim',
  name: 'Unsupported claim',
  color: '#0072b2',
  pattern: 'dotted',
  hotkey: '2',
  definition:
    'A statement that could be checked, given as true by the outlet itself, while the article offers nothing by which a reader could check it: no named source, no document, no figures, or only a source too vague to be asked.',
  test: 'Could somebody check this, and does the article, anywhere, say how? Mark it if the answers are yes and no. Whether it is true does not matter.',
  examples: [
    {
      text: 'Experts agree that the bridge will never pay for itself.',
      kind: 'good',
      why: 'It can be checked; “experts” cannot be asked.',
    },
    {
      text: 'Crime in the district has doubled since the change.',
      kind: 'good',
      why: 'A figure without a count, a period or a source.',
    },
    {
      text: 'According to the auditor’s report of 3 May, repairs cost 4.1 million.',
      kind: 'near-miss',
      why: 'The document is named, so a reader can look.',
    },
    {
      text: 'The town deserves better than this.',
      kind: 'near-miss',
      why: 'A value, not a fact: nobody can check it. It may be loaded framing.',
    },
  ],
  parent: null,
  attributes: [
    {
      key: 'source',
      name: 'Source in the text',
      type: 'choice',
      options: ['none', 'vague', 'named, without evidence'],
      required: false,
    },
  ],
};

const directQuote: Label = {
  key: 'direct_quote',
  name: 'Direct quote',
  color: '#009e73',
  pattern: 'solid',
  hotkey: '3',
  definition:
    'Words that the article gives as somebody’s own, between quotation marks. The marks belong to it. A quote that is broken by “she said” is one quote in two segments; one that runs over several paragraphs is one quote.',
  test: 'Does the article say, or let us know, who spoke or wrote exactly these words? If the marks only hold a word at arm’s length, it is not a quote.',
  examples: [
    {
      text: '“We were never asked,” Ms Doyle said, “and we will not be silent.”',
      kind: 'good',
      why: 'One quote in two segments; “Ms Doyle said” is not in it.',
    },
    {
      text: 'He called the plan “a gift to nobody”.',
      kind: 'good',
      why: 'A partial quote is a quote: the words are his.',
    },
    {
      text: 'The so-called “reform” begins in May.',
      kind: 'near-miss',
      why: 'Scare quotes: nobody is quoted. It may be loaded framing.',
    },
    {
      text: 'She said that they had never been asked.',
      kind: 'near-miss',
      why: 'Reported speech: her meaning, the article’s words.',
    },
  ],
  parent: null,
  attributes: [
    { key: 'speaker', name: 'Speaker', type: 'text', options: [], required: false },
    {
      key: 'attribution',
      name: 'Attribution',
      type: 'choice',
      options: ['named', 'anonymous', 'unclear'],
      required: false,
    },
  ],
};

/** The codebook that every new project starts with. Definitions and examples are our own. */
export const basic3: Codebook = {
  labels: [loadedFraming, unsupportedClaim, directQuote],
  relations: [],
  questions: [],
  guidelines: [
    'Read the whole article once before you mark anything.',
    'Leave your own opinion of the matter aside: the question is how the text speaks, not who is right.',
    'Mark as few words as carry the effect. Two effects in one sentence are two annotations; spans may overlap.',
    'Say in the note what decided a doubtful case, and lower the confidence when you would understand a colleague who decided otherwise.',
  ].join('\n\n'),
};
