#include "fill/elements.h"

namespace besshi::fill {

Elements::Elements(const Scope& scope, std::string_view as, std::string_view path, const field::Field* holder)
    : binding_(bind_name(scope, as, path)), holder_(holder), container_(scope.find(path)) {}

const field::Enumeration* Elements::keys() const {
    return holder_ && holder_->kind == field::Kind::map ? holder_->enumeration : nullptr;
}

int Elements::count() const {
    if (keys()) return static_cast<int>(keys()->codes.size());
    return container_ ? static_cast<int>(container_->elements().size()) : 0;
}

Binding Elements::bind(int number) const {
    Binding element = binding_;
    element.number = number;
    const std::size_t index = static_cast<std::size_t>(number - 1);
    element.value = nullptr;
    if (number > count()) {
        element.place = Binding::Place::filler;
    } else if (keys()) {
        element.keys = keys();
        element.key = &keys()->codes[index];
        element.value = container_ ? container_->find(element.key->code) : nullptr;
    } else {
        element.value = container_->elements()[index];
    }
    return element;
}

}  // namespace besshi::fill
