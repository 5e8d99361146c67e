#!/bin/sh
# Gets uv, the Python packages and Qt's system libraries; says exactly what is missing.
set -eu
cd "$(dirname "$0")/.."
tools="$PWD/.tools"
libraries="libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0"

install() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        echo "Something is missing on this computer. Run this command and try again:" >&2
        echo "  sudo apt-get install --no-install-recommends $*" >&2
        exit 1
    fi
}

if [ -x "$tools/bin/uv" ]; then
    :
elif command -v uv >/dev/null; then
    mkdir -p "$tools/bin"
    ln -sf "$(command -v uv)" "$tools/bin/uv"
else
    python3 -c "import ensurepip, venv" 2>/dev/null || install python3-venv
    python3 -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv
fi

"$tools/bin/uv" sync --quiet --locked
.venv/bin/python -c "import PySide6.QtWidgets" 2>/dev/null || install $libraries
.venv/bin/python -c "import PySide6.QtWidgets"
