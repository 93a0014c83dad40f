import { createRef } from 'preact';
import type { App } from '../app.ts';
import { effect } from '../store/signals.ts';
import { plainText } from '../text/markdown.ts';
import { fill } from '../text/strings.ts';
import { Composer } from './Composer.tsx';
import { fitScreen, fullScreen } from './fit-screen.ts';
import { containTab, takeFocus } from './focus.ts';
import { Header } from './Header.tsx';
import { Strip } from './Strip.tsx';
import { Transcript } from './Transcript.tsx';
import { View } from './view.ts';

/** The chat itself: full screen on phones, a floating panel elsewhere. */
export class Panel extends View<{ app: App }> {
  private frame = createRef<HTMLElement>();

  override componentDidMount() {
    const panel = this.frame.current as HTMLElement;
    let giveBack = () => {};
    const focus = effect(() => {
      // The panel has to be seen before it can take the focus.
      const open = this.props.app.store.open.value;
      panel.hidden = !open;
      if (open) giveBack = takeFocus(panel, fullScreen().matches);
      else giveBack();
    });
    this.stops = [fitScreen(panel), focus];
  }

  /** Keys do not reach the page's own shortcuts. */
  private onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') this.props.app.close();
    if (event.key === 'Tab' && fullScreen().matches)
      containTab(this.frame.current as HTMLElement, event);
  };

  draw({ app }: { app: App }) {
    const { config, announced } = app.store;
    return (
      <section
        ref={this.frame}
        class="panel"
        role="dialog"
        aria-label={fill(app.words().chat, config.value?.site.company_name ?? '').trim()}
        tabIndex={-1}
        hidden
        onKeyDown={this.onKey}
      >
        <Header app={app} />
        <Transcript app={app} />
        <Strip app={app} />
        <Composer app={app} />
        <p class="unseen" aria-live="polite">
          {plainText(announced.value)}
        </p>
      </section>
    );
  }
}
