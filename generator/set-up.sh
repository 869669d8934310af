# Sourced by generator/run and tests/run. Everything it says goes to stderr.
#
#   install_packages LIST …   installs the Debian packages of these lists that are missing
#   build TARGET [ON|OFF]     configures if needed and builds; ON builds the tests too
#
# Both do nothing, and call neither apt nor cmake, when nothing is missing or older.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build_folder=$root/.build/release

fail() {
    printf '%s\n' "$1" >&2
    exit 6
}

install_packages() {
    local stamp=$root/.build/packages-$(basename "$(dirname "${!#}")")
    [ -e "$stamp" ] && [ "$stamp" -nt /var/lib/dpkg/status ] && ! newer_than "$stamp" "$@" && return 0

    local wanted missing
    wanted=$(sed 's/#.*//' "$@" | tr -s '[:space:]' '\n' | grep -v '^$')
    missing=$(for package in $wanted; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed$' || echo "$package"
    done)
    if [ -n "$missing" ]; then
        local as_root=
        if [ "$(id -u)" != 0 ]; then
            command -v sudo >/dev/null || fail "管理者権限が必要です。root で次を実行してください: apt-get install $(echo $missing)"
            as_root=sudo
        fi
        echo "Debian のパッケージを入れます: $(echo $missing)" >&2
        $as_root apt-get update -qq >&2 || fail "パッケージの一覧を取得できませんでした（apt-get update）。"
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >&2 ||
            fail "パッケージを入れられませんでした: $(echo $missing)"
    fi
    mkdir -p "$root/.build" && touch "$stamp"
}

# newer_than FILE PATH …: is anything at or below the paths newer than FILE?
newer_than() {
    local file=$1
    shift
    [ -n "$(find "$@" -newer "$file" -print -quit 2>/dev/null)" ]
}

build() {
    local target=$1 tests=${2:-} stamp=$build_folder/built-$1
    local sources=("$root/generator" "$root/CMakeLists.txt")
    [ "$tests" = ON ] && sources+=("$root/tests")
    [ -e "$stamp" ] && ! newer_than "$stamp" "${sources[@]}" && return 0

    local started log=$root/.build/set-up.log
    mkdir -p "$root/.build"
    started=$(mktemp "$root/.build/started.XXXXXX")
    if [ ! -e "$build_folder/build.ninja" ] || [ "$tests" = ON ]; then
        (cd "$root" && cmake --preset release -DBESSHI_TESTS="${tests:-OFF}") >"$log" 2>&1 || { cat "$log" >&2; rm -f "$started"; fail "設定（cmake）に失敗しました。"; }
    fi
    echo "besshi を組み立てています（はじめての時は数分かかります）…" >&2
    cmake --build "$build_folder" --target "$target" >"$log" 2>&1 ||
        { tail -n 60 "$log" >&2; rm -f "$started"; fail "組み立てに失敗しました。記録: .build/set-up.log"; }
    mv "$started" "$stamp"
}
