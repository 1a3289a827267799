import type { MantineColorsTuple } from '@mantine/core';
import { paper } from '@/lib/codebook/label-colors';

/** The one accent: an indigo that none of the label colours comes near. From light to dark. */
export const accent: MantineColorsTuple = [
  '#f0f2fb',
  '#dfe3f5',
  '#bcc5ea',
  '#9aa7de',
  '#8593d6',
  '#6b7cc9',
  '#4f61b5',
  '#40509f',
  '#35438a',
  '#29346c',
];

/** Greys of the dark scheme, from words to shadows; the page is the paper that labels are made for. */
export const night: MantineColorsTuple = [
  paper.dark.text,
  '#c9cacf',
  '#a9abb2',
  '#8e9098',
  '#5c5f66',
  '#34363b',
  '#26282c',
  paper.dark.page,
  '#141517',
  '#101113',
];

type TextColors = { dimmed: string; placeholder: string; error: string; success: string };

/** Colours of words beside the plain ones; each at least 4.5:1 on the page and on a field. */
export const textColors: Record<'light' | 'dark', TextColors> = {
  light: { dimmed: '#5b6169', placeholder: '#6a7079', error: '#b3261e', success: '#0b6e56' },
  dark: { dimmed: '#a9abb2', placeholder: '#9a9ca4', error: '#ff9c94', success: '#6fd3b4' },
};
