# Sourced by run.sh and Tests/run.sh: makes sure that Swift and the system's libraries are here.

# Debian packages whose headers the build needs: ICU, libcrypto, SQLite.
packages=(libicu-dev libssl-dev libsqlite3-dev pkg-config)

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
  done
}

if ! command -v swift >/dev/null; then
  echo "lunheng needs Swift 6.2 or newer: install it from https://www.swift.org/install and run this again" >&2
  exit 2
fi

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
  missing=$(missing_packages | tr '\n' ' ')
  if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then
      as_root=()
    elif command -v sudo >/dev/null; then
      as_root=(sudo)
    else
      echo "lunheng needs the packages $missing: ask an administrator for 'apt-get install $missing' and run this again" >&2
      exit 2
    fi
    echo "installing $missing" >&2
    # shellcheck disable=SC2086  # a list of package names
    { "${as_root[@]}" apt-get update -q && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends $missing; } >&2
  fi
elif ! pkg-config --exists icu-i18n icu-uc libcrypto sqlite3 2>/dev/null; then
  echo "lunheng needs the development files of ICU, OpenSSL and SQLite, and pkg-config:" >&2
  echo "  Fedora   dnf install libicu-devel openssl-devel sqlite-devel pkgconf-pkg-config" >&2
  echo "  Arch     pacman -S icu openssl sqlite pkgconf" >&2
  echo "  openSUSE zypper install libicu-devel libopenssl-devel sqlite3-devel pkgconf" >&2
  echo "  macOS    brew install icu4c openssl sqlite pkg-config, and put their lib/pkgconfig folders on PKG_CONFIG_PATH" >&2
  echo "install them and run this again" >&2
  exit 2
fi
