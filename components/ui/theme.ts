import type {
  MantineColorsTuple,
  MantineThemeComponents,
  CSSVariablesResolver,
} from '@mantine/core';
import {
  Drawer,
  Fieldset,
  InputWrapper,
  Menu,
  Modal,
  PasswordInput,
  Tooltip,
  createTheme,
} from '@mantine/core';
import { paper } from '@/lib/codebook/label-colors';

/**
 * The media query of narrow screens, on which the annotation cards are a sheet and the label bar is
 * docked.
 */
export const narrow = '(max-width: 62.49em)';

/** The accent: an indigo unlike all label colours, from light to dark. */
const accent: MantineColorsTuple = [
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

/**
 * Greys of the dark scheme, from text to shadows; the page colour is the one for which label
 * colours are computed.
 */
const night: MantineColorsTuple = [
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

/** Text colours beside the plain one; each has at least 4.5:1 on the page and on a field. */
const textColors: Record<'light' | 'dark', TextColors> = {
  light: { dimmed: '#5b6169', placeholder: '#6a7079', error: '#b3261e', success: '#0b6e56' },
  dark: { dimmed: '#a9abb2', placeholder: '#9a9ca4', error: '#ff9c94', success: '#6fd3b4' },
};

/** The header of a dialog is no landmark of the page. */
const dialog = {
  closeButtonProps: { 'aria-label': 'Close' },
  attributes: { header: { role: 'none' } },
};

/** Default props and styles of Mantine's components. */
const themeComponents: MantineThemeComponents = {
  Drawer: Drawer.extend({ defaultProps: dialog }),
  Modal: Modal.extend({ defaultProps: { ...dialog, centered: true } }),
  // The placeholder is an element that ARIA does not allow in a menu.
  Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md' } }),
  Tooltip: Tooltip.extend({
    defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } },
  }),
  InputWrapper: InputWrapper.extend({
    styles: {
      label: { marginBottom: 4 },
      description: { fontSize: 'var(--mantine-font-size-xs)' },
      error: { fontSize: 'var(--mantine-font-size-xs)' },
    },
  }),
  PasswordInput: PasswordInput.extend({
    defaultProps: {
      visibilityToggleButtonProps: { 'aria-label': 'Show or hide the password', tabIndex: 0 },
    },
  }),
  Fieldset: Fieldset.extend({
    styles: { legend: { fontSize: 'var(--mantine-font-size-sm)', fontWeight: 600 } },
  }),
};

const serif = "'Source Serif 4 Variable', 'Iowan Old Style', Georgia, 'Times New Roman', serif";
const sans =
  "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Mantine's theme: one accent, a serif for headings and articles, a sans-serif for the rest. */
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

function textVariables(scheme: 'light' | 'dark'): Record<string, string> {
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

/** Replaces Mantine's text colours by ours, which have enough contrast in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...textVariables('light'),
    '--parallax-surface': '#f6f6f8',
    '--mantine-color-default-border': '#c4c7cd',
    '--mantine-color-default-hover': '#f1f2f5',
  },
  dark: {
    ...textVariables('dark'),
    '--parallax-surface': '#222428',
    '--mantine-color-default-border': '#4a4d54',
    '--mantine-color-anchor': '#a9b5ee',
    '--mantine-color-red-light': '#3b2022',
    '--mantine-color-red-light-hover': '#472628',
    '--mantine-color-red-light-color': '#ffd9d6',
  },
});
