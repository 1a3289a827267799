import { useEffect } from 'react';

const question = 'There are changes that are not saved. Leave without them?';

/** Asks before the page is left by reload, closing or a link while `unsaved`. */
export function useUnsavedWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const elsewhere = link?.getAttribute('target') === '_blank' || event.ctrlKey || event.metaKey;
      if (link === null || elsewhere || link.getAttribute('href')?.startsWith('#')) return;
      if (!window.confirm(question)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('beforeunload', onUnload);
    // In the capture phase, so that it is asked before the router follows the link.
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [unsaved]);
}
