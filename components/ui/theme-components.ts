import type { MantineThemeComponents } from '@mantine/core';
import { Drawer, Fieldset, InputWrapper, Menu, Modal, PasswordInput, Tooltip } from '@mantine/core';

/** The head of a dialog is not the head of the page, so it must not be announced as one. */
const dialog = {
  closeButtonProps: { 'aria-label': 'Close' },
  attributes: { header: { role: 'none' } },
};

/** What parts of the framework are to be like everywhere, so that no page has to say it. */
export const themeComponents: MantineThemeComponents = {
  Drawer: Drawer.extend({ defaultProps: dialog }),
  Modal: Modal.extend({ defaultProps: { ...dialog, centered: true } }),
  // The placeholder is an element that a menu may not hold.
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
