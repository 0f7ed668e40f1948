//! Building blocks that are compiled once, however often the page uses them.
//!
//! Leptos makes a copy of its machinery for each type of closure that it is given. Here closures are boxed first, and
//! handed on by functions without type parameters (the type of a closure holds those of the function around it), so
//! that there is one copy for each type of value; with `--cfg erase_components` it does the same for views. Signals and
//! memos hold values whose type is forgotten, so that there is one copy for all of them. Attributes
//! that change are given by name, since Leptos has a type for each name that it knows. Together they keep the page's
//! WebAssembly small. The price is that an element that is drawn again gets all its attributes anew. So what is drawn
//! again is small, a cell or a row's bars, and memos see to it that only what differs is.

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use std::any::Any;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

/// A value that is computed again when what it reads changes, and noticed only when it differs.
pub fn memo<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Kept<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Kept {
        memo: memo_of(Box::new(move || Value(Arc::new(compute())))),
        of: PhantomData,
    }
}

fn memo_of(compute: Box<dyn Fn() -> Value + Send + Sync>) -> Memo<Value> {
    Memo::new(move |_| compute())
}

/// A memo whose type the machinery of signals need not know.
pub struct Kept<T> {
    memo: Memo<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T: Default + 'static> Kept<T> {
    /// Looks at the value, and follows it.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        looked(&self.memo.get(), look)
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        looked(&self.memo.get_untracked(), look)
    }

    /// Follows the value without a look at it.
    #[cfg(feature = "element")]
    pub fn track(self) {
        self.memo.track();
    }

    /// A copy of the value, and follows it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

fn looked<T: Default + 'static, U>(value: &Value, look: impl FnOnce(&T) -> U) -> U {
    let other;
    look(match value.0.any().downcast_ref::<T>() {
        Some(value) => value,
        // Never so: a memo holds what it was made for.
        None => {
            other = T::default();
            &other
        }
    })
}

/// A value whose type is forgotten.
#[derive(Clone)]
struct Value(Arc<dyn Compared>);

/// What is noticed only when it differs.
trait Compared: Send + Sync {
    fn any(&self) -> &dyn Any;
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Compared for T {
    fn any(&self) -> &dyn Any {
        self
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(other.0.any())
    }
}

/// A value of some type.
type Anything = Arc<dyn Any + Send + Sync>;

/// A value that changes, whose type the machinery of signals need not know.
pub struct Held<T> {
    signal: RwSignal<Anything>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Held<T> {}

impl<T> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        self.signal == other.signal
    }
}

impl<T> Eq for Held<T> {}

impl<T: Default + Send + Sync + 'static> Held<T> {
    /// Holds `value`.
    pub fn new(value: T) -> Self {
        Held {
            signal: RwSignal::new(Arc::new(value)),
            of: PhantomData,
        }
    }

    /// The value, and follows it.
    pub fn now(self) -> Arc<T> {
        held(self.signal.get())
    }

    /// Whether `value` is what it holds now; never so when it is held no more.
    pub fn is_still(self, value: &T) -> bool
    where
        T: PartialEq,
    {
        let now = self.signal.try_get_untracked().map(held::<T>);
        now.is_some_and(|now| *now == *value)
    }

    /// Looks at the value, and follows it.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.now())
    }

    /// Looks at the value as it is now.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&held(self.signal.get_untracked()))
    }

    /// A copy of the value, and follows it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Puts `value` in its place.
    pub fn set(self, value: T) {
        self.signal.set(Arc::new(value));
    }

    /// Changes the value; who looks at it meanwhile keeps what it was.
    pub fn update(self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut change = Some(change);
        update(self.signal, &mut |value| {
            let Some(change) = change.take() else {
                return;
            };
            match Arc::get_mut(value).and_then(|value| value.downcast_mut()) {
                Some(value) => change(value),
                None => {
                    let mut changed = T::clone(&held(Arc::clone(value)));
                    change(&mut changed);
                    *value = Arc::new(changed);
                }
            }
        });
    }
}

fn held<T: Default + Send + Sync + 'static>(value: Anything) -> Arc<T> {
    // The default never: a signal holds what it was made for.
    value.downcast().unwrap_or_default()
}

fn update(signal: RwSignal<Anything>, change: &mut dyn FnMut(&mut Anything)) {
    signal.update(|value| change(value));
}

/// What is drawn again whenever something changes that it reads.
pub fn live(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    live_of(Box::new(draw))
}

fn live_of(draw: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    (move || draw()).into_any()
}

/// What is drawn while a condition holds; made anew each time it begins to.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    when_of(Box::new(condition), Box::new(draw))
}

fn when_of(
    condition: Box<dyn Fn() -> bool + Send + Sync>,
    draw: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let condition = memo(condition);
    live(move || condition.get().then(&draw))
}

/// What is drawn for each item of a list: once for an item as long as it stays, wherever it moves.
pub fn each<T>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
{
    let items = move || (items().into_iter().map(|item| Item(Arc::new(item)))).collect();
    let draw = move |item: Item| match item.0.any().downcast_ref::<T>() {
        Some(item) => draw(item.clone()),
        None => ().into_any(),
    };
    each_item(Box::new(items), Arc::new(draw))
}

fn each_item(
    items: Box<dyn Fn() -> Vec<Item> + Send + Sync>,
    draw: Arc<dyn Fn(Item) -> AnyView + Send + Sync>,
) -> AnyView {
    let items = memo(items);
    view! { <For each=move || items.get() key=Item::clone children=move |item| draw(item) /> }
        .into_any()
}

/// An item of a list whose type is forgotten, so that the comparing of lists is compiled once.
#[derive(Clone)]
struct Item(Arc<dyn Listed>);

/// What can stand in a list.
trait Listed: Compared {
    fn hash_into(&self, state: &mut dyn Hasher);
}

impl<T: Eq + Hash + Send + Sync + 'static> Listed for T {
    fn hash_into(&self, mut state: &mut dyn Hasher) {
        self.hash(&mut state);
    }
}

impl PartialEq for Item {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(other.0.any())
    }
}

impl Eq for Item {}

impl Hash for Item {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash_into(state);
    }
}

/// What happens on a press.
pub fn press(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// The same by the keys that press a button, for what is no button of the browser's.
pub fn press_by_key(act: impl Fn() + 'static) -> Box<dyn FnMut(KeyboardEvent)> {
    Box::new(move |event| {
        if event.key() == "Enter" || event.key() == " " {
            event.prevent_default();
            act();
        }
    })
}

/// A button with a name and nothing else.
pub fn button(name: &'static str, act: impl Fn() + 'static) -> AnyView {
    button_of(name, press(act))
}

fn button_of(name: &'static str, act: Box<dyn FnMut(MouseEvent)>) -> AnyView {
    view! {
        <button type="button" on:click=act>
            {name}
        </button>
    }
    .into_any()
}

/// What happens when something inside an element gets the focus.
pub fn focused(act: impl Fn(&FocusEvent) + 'static) -> Box<dyn FnMut(FocusEvent)> {
    Box::new(move |event| act(&event))
}

/// An attribute that follows what it is made from; absent without a value.
pub fn attribute(
    name: &'static str,
    value: impl Fn() -> Option<String> + Send + 'static,
) -> AnyAttribute {
    attribute_of(name, Box::new(value))
}

fn attribute_of(name: &'static str, value: Box<dyn Fn() -> Option<String> + Send>) -> AnyAttribute {
    custom_attribute(name, value).into_any_attr()
}

/// An attribute that follows whether something is so, as `true` and `false`.
pub fn flag(name: &'static str, on: impl Fn() -> bool + Send + 'static) -> AnyAttribute {
    flag_of(name, Box::new(on))
}

fn flag_of(name: &'static str, on: Box<dyn Fn() -> bool + Send>) -> AnyAttribute {
    attribute(name, move || Some(on().to_string()))
}

/// Text that follows what it is made from.
pub fn text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    text_of(Box::new(text))
}

fn text_of(text: Box<dyn Fn() -> String + Send>) -> AnyView {
    (move || text()).into_any()
}
