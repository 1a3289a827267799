import type { DemoArticle } from './demo-story';

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
