import type { CSSVariablesResolver } from '@mantine/core';
import { createTheme } from '@mantine/core';
import { paper } from '@/lib/codebook/label-colors';
import { accent, night, textColors } from './colors';
import { themeComponents } from './theme-components';

const serif = "'Source Serif 4 Variable', 'Iowan Old Style', Georgia, 'Times New Roman', serif";
const sans =
  "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** How everything looks: one accent, a reading serif for headings and articles, one sans for the rest. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, dark: night },
  black: paper.light.text,
  white: paper.light.page,
  fontFamily: sans,
  fontFamilyMonospace:
    "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.6' },
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '32px', lineHeight: '1.2' },
      h2: { fontSize: '26px', lineHeight: '1.25' },
      h3: { fontSize: '20px', lineHeight: '1.3' },
      h4: { fontSize: '17px', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: themeComponents,
});

function wordColours(scheme: 'light' | 'dark'): Record<string, string> {
  const { dimmed, placeholder, error, success } = textColors[scheme];
  return {
    '--mantine-color-body': paper[scheme].page,
    '--mantine-color-text': paper[scheme].text,
    '--mantine-color-dimmed': dimmed,
    '--mantine-color-placeholder': placeholder,
    '--mantine-color-error': error,
    '--mantine-color-success': success,
  };
}

/** Replaces the framework's colours of words by ours, whose contrast holds in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...wordColours('light'),
    '--parallax-surface': '#f6f6f8',
    '--mantine-color-default-border': '#c4c7cd',
    '--mantine-color-default-hover': '#f1f2f5',
  },
  dark: {
    ...wordColours('dark'),
    '--parallax-surface': '#222428',
    '--mantine-color-default-border': '#4a4d54',
    '--mantine-color-anchor': '#a9b5ee',
    '--mantine-color-red-light': '#3b2022',
    '--mantine-color-red-light-hover': '#472628',
    '--mantine-color-red-light-color': '#ffd9d6',
  },
});
