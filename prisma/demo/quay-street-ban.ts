import type { DemoArticle, DemoLayers, DemoQuote } from './demo-story';
import { claim, framing, quoted } from './demo-story';

/** A report that leans against the closing of a street. */
export const quayStreetBan: DemoArticle = {
  title: 'Council rams through Quay Street ban in late-night vote',
  source: 'The Ostermere Ledger',
  author: 'Maren Tolliver',
  url: 'https://ledger.example/quay-street-ban',
  publishedAt: '2026-11-18',
  language: 'en',
  text: [
    'Ostermere’s embattled council rammed through a ban on cars in Quay Street late on Tuesday night, brushing aside the pleas of traders who packed the gallery until well past eleven.',
    'The 6–5 vote means that from 1 March the half-mile between the Corn Steps and the old ferry house will be closed to all traffic but buses, bicycles and what officials are pleased to call “essential deliveries”.',
    '“This is the day they killed the market,” said Rhona Pell, who has sold fish in Quay Street for 31 years, “and they did it with a smile.”',
    'Experts agree that schemes of this kind drain the life out of small towns. Trade in comparable streets has fallen by almost a third within a year, and everybody in Ostermere knows of a shop that would not survive that.',
    'Council leader Tomas Aldin, who has never run a business, dismissed the warnings. “We have looked at the figures, and the figures [from the autumn trial] are encouraging,” he claimed. “I understand that change is hard.”',
    'The trial, which ran for six weeks in September and October, was a fiasco from the first morning. Delivery vans queued back to the bypass; at one point an ambulance was held up at the bollards for what witnesses described as “an eternity”. The council insists that the delay was under two minutes.',
    'According to the council’s own report, published on 9 November, 214 of the 388 residents who answered its survey were in favour. What the report buries on page 41 is that barely one household in ten replied at all.',
    'Opposition to the so-called “Living Street” has been fierce. A petition started by the butcher Colm Adeyar-Reid had gathered 2,906 names by Tuesday. His post announcing it – “They work for US 😡👨‍👩‍👧‍👦 not the other way round!” – was shared more than a thousand times in a weekend.',
    'In a letter that she read to the meeting in full, Mrs Pell told councillors what the closure would mean.',
    '“My grandmother stood in that street in the flood year, when the water was at the third step and there was nobody to buy.',
    '“My mother stood there when the cannery shut. We stayed because people could get to us. If they can’t get to us, we are a photograph.',
    '“I am not asking for a favour. I am asking you not to take away the one thing that works.”',
    'She was given a standing ovation. Mr Aldin looked at his telephone.',
    'Councillor Bette Osei, who broke ranks to vote against her own party, said that the decision had been “made in a back room [before the consultation closed] by people who do not shop here”. Insiders say that at least two other members of the ruling group were threatened with the loss of their committee seats. The party denies it.',
    'Mr Aldin’s allies will no doubt point to the grant of 1.2 million that the region has dangled before towns prepared to punish motorists. But the money, as even the treasurer admitted on Tuesday, will cover the paving and nothing else: the bill for upkeep, put at 85,000 a year in the council’s budget papers, falls on taxpayers who were never asked.',
    'It is hard to find anyone in the street with a good word for the plan. “Ask me in March,” said a man loading crates outside number 12, who did not want to be named, “if I’m still here.”',
  ].join('\n'),
};

const pellOnTheDay: DemoQuote = [
  '“This is the day they killed the market,”',
  '“and they did it with a smile.”',
];
const experts: DemoQuote =
  'Experts agree that schemes of this kind drain the life out of small towns.';
const figures: DemoQuote = [
  '“We have looked at the figures, and the figures [from the autumn trial] are encouraging,”',
  '“I understand that change is hard.”',
];
const post: DemoQuote = '“They work for US 😡👨‍👩‍👧‍👦 not the other way round!”';
const pellsLetter: DemoQuote =
  '“My grandmother stood in that street in the flood year, when the water was at the third step and there was nobody to buy.\n“My mother stood there when the cannery shut. We stayed because people could get to us. If they can’t get to us, we are a photograph.\n“I am not asking for a favour. I am asking you not to take away the one thing that works.”';
const backRoom: DemoQuote =
  '“made in a back room [before the consultation closed] by people who do not shop here”';
const insiders: DemoQuote =
  'Insiders say that at least two other members of the ruling group were threatened with the loss of their committee seats.';
const marchQuote: DemoQuote = ['“Ask me in March,”', '“if I’m still here.”'];

/**
 * The analysts’ annotations of the Ledger’s report: most quotes alike, differing in where framing
 * ends.
 */
export const layersOfTheBan: DemoLayers = {
  ada: [
    framing('embattled', 0.9, { device: 'one-sided term' }),
    framing('rammed through', 1, {
      device: 'loaded reporting verb',
      note: '“Passed” states the same vote.',
    }),
    framing('brushing aside the pleas', 0.8),
    framing('are pleased to call “essential deliveries”', 0.7, {
      note: 'Scare quotes plus a sneer. Not a quote: nobody is heard.',
    }),
    quoted(pellOnTheDay, 1, { speaker: 'Rhona Pell' }),
    framing('killed the market', 0.4, {
      note: 'Hers, not the outlet’s, but the outlet leads with it.',
    }),
    claim(experts, 1, { source: 'vague' }),
    claim('Trade in comparable streets has fallen by almost a third within a year', 1, {
      source: 'none',
      note: 'Which streets? Whose count?',
    }),
    quoted(figures, 0.9, { speaker: 'Tomas Aldin' }),
    framing('claimed', 0.8, { device: 'loaded reporting verb' }),
    framing('fiasco', 0.9, { device: 'one-sided term' }),
    framing('buries on page 41', 0.8, { device: 'presupposition' }),
    quoted(post, 1, { speaker: 'Colm Adeyar-Reid' }),
    quoted(pellsLetter, 1, { speaker: 'Rhona Pell', note: 'One quote over three paragraphs.' }),
    quoted(backRoom, 1, { speaker: 'Bette Osei' }),
    claim(insiders, 0.9, { source: 'vague' }),
    framing('dangled before towns prepared to punish motorists', 1),
    quoted(marchQuote, 1, { attribution: 'anonymous' }),
  ],
  ben: [
    framing('rammed through a ban', 0.8, { note: '“Ban” is part of it: buses still run.' }),
    quoted('“essential deliveries”', 0.5, {
      attribution: 'unclear',
      note: 'It is the council’s own phrase.',
    }),
    quoted(pellOnTheDay, 1, { speaker: 'Rhona Pell' }),
    claim(
      'Experts agree that schemes of this kind drain the life out of small towns. Trade in comparable streets has fallen by almost a third within a year',
      0.9,
      { source: 'vague' },
    ),
    framing('drain the life out of', 0.7),
    framing('who has never run a business', 0.6, { note: 'True perhaps, but why is it here?' }),
    quoted(
      '“We have looked at the figures, and the figures [from the autumn trial] are encouraging,”',
      1,
      { speaker: 'Tomas Aldin' },
    ),
    quoted('“I understand that change is hard.”', 1, { speaker: 'Tomas Aldin' }),
    framing('was a fiasco from the first morning', 0.9),
    quoted('“an eternity”', 0.7, { attribution: 'anonymous' }),
    quoted(post, 1, { speaker: 'Colm Adeyar-Reid' }),
    quoted(pellsLetter, 1, { speaker: 'Rhona Pell' }),
    quoted(backRoom, 1, { speaker: 'Bette Osei' }),
    claim(
      'at least two other members of the ruling group were threatened with the loss of their committee seats',
      1,
      { source: 'vague' },
    ),
    framing('punish motorists', 1),
    claim('It is hard to find anyone in the street with a good word for the plan.', 0.6, {
      source: 'none',
    }),
    quoted(marchQuote, 1, { attribution: 'anonymous' }),
  ],
  chioma: [
    framing('embattled council rammed through', 0.9),
    framing('“essential deliveries”', 0.6, { device: 'euphemism' }),
    quoted(pellOnTheDay, 1, { speaker: 'Rhona Pell' }),
    claim(experts, 1, { source: 'vague' }),
    framing('drain the life out of small towns', 0.8, {
      note: 'Both: a claim without a source, in loaded words.',
    }),
    claim('everybody in Ostermere knows of a shop that would not survive that', 0.8, {
      source: 'none',
    }),
    framing('dismissed the warnings', 0.7, { device: 'loaded reporting verb' }),
    quoted(figures, 0.8, {
      speaker: 'Tomas Aldin',
      note: 'The bracket is the editor’s, but it stands inside the marks.',
    }),
    framing('fiasco', 1, { device: 'one-sided term' }),
    framing('the so-called “Living Street”', 0.9),
    quoted(post, 1, { speaker: 'Colm Adeyar-Reid' }),
    quoted(
      [
        '“My grandmother stood in that street in the flood year, when the water was at the third step and there was nobody to buy.',
        '“My mother stood there when the cannery shut. We stayed because people could get to us. If they can’t get to us, we are a photograph.',
        '“I am not asking for a favour. I am asking you not to take away the one thing that works.”',
      ],
      0.9,
      { speaker: 'Rhona Pell', note: 'Three segments, so that the line breaks are out.' },
    ),
    framing('Mr Aldin looked at his telephone.', 0.3, {
      note: 'No loaded word, yet the order of the two sentences judges.',
    }),
    quoted(backRoom, 1, { speaker: 'Bette Osei' }),
    claim(insiders, 1, { source: 'vague' }),
    framing('dangled', 0.9),
    framing('punish motorists', 1),
    framing('even the treasurer admitted', 0.8, { device: 'loaded reporting verb' }),
    quoted(marchQuote, 1, { attribution: 'anonymous' }),
  ],
};
