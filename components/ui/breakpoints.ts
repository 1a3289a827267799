/** Below this the cards are a sheet and the label bar is docked. */
export const narrow = '(max-width: 62.49em)';
