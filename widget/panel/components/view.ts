import type { ComponentChildren } from 'preact';
import { Component } from 'preact';
import { effect } from '../store/signals.ts';

/**
 * A component that draws again when a signal that it read has changed.
 */
export abstract class View<P = object> extends Component<P> {
  private forget = () => {};
  /** What ends with the component. */
  protected stops: (() => void)[] = [];

  abstract draw(props: P): ComponentChildren;

  override render(): ComponentChildren {
    let drawn: ComponentChildren;
    let changed = false;
    this.forget();
    this.forget = effect(() => {
      if (changed) this.setState({});
      else drawn = this.draw(this.props);
      changed = true;
    });
    return drawn;
  }

  override componentWillUnmount() {
    this.forget();
    for (const stop of this.stops) stop();
  }
}

/** A View without a life of its own. */
export const view = <P>(draw: (props: P) => ComponentChildren) =>
  class extends View<P> {
    override draw(props: P) {
      return draw(props);
    }
  };
