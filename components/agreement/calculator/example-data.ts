/** Data to try the calculator with, as somebody would have it in a file. */
export const examples = [
  {
    name: 'Spans by three annotators',
    text: `document,annotator,start,end,label,length
speech,Alex,2,5,1,20
speech,Alex,9,11,1,20
speech,Alex,12,20,2,20
speech,Paul,2,5,1,20
speech,Paul,7,15,2,20
speech,Susan,2,5,1,20
speech,Susan,10,15,2,20
`,
  },
  {
    // Krippendorff 2011, “Computing Krippendorff’s Alpha-Reliability”, section C.
    name: 'Twelve items by four coders',
    text: `item,Observer A,Observer B,Observer C,Observer D
1,1,1,,1
2,2,2,3,2
3,3,3,3,3
4,3,3,3,3
5,2,2,2,2
6,1,2,3,4
7,4,4,4,4
8,1,1,2,1
9,2,2,2,2
10,,5,5,5
11,,,1,1
12,,3,,
`,
  },
] as const;
