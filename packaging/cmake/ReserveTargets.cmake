# One folder is one static library and one target. What every target shares stands here and nowhere else.

option(RESERVE_WARNINGS_AS_ERRORS "Treat every compiler warning as an error" OFF)
option(RESERVE_PRECOMPILE "Read the headers that nearly every file includes once for all" ON)
set(RESERVE_SANITIZE "" CACHE STRING "Sanitizers to build with, for instance address,undefined")

add_library(reserve_options INTERFACE)
target_compile_features(reserve_options INTERFACE cxx_std_20)
target_include_directories(reserve_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(
  reserve_options
  INTERFACE QT_NO_CAST_FROM_ASCII
            QT_NO_CAST_TO_ASCII
            QT_NO_CAST_FROM_BYTEARRAY
            QT_NO_URL_CAST_FROM_STRING
            QT_NO_KEYWORDS
            QT_NO_FOREACH
            QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
            QT_STRICT_ITERATORS
            QT_USE_QSTRINGBUILDER
            QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
  target_compile_options(reserve_options INTERFACE /W4 /permissive- /utf-8)
else()
  target_compile_options(
    reserve_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual
                              -Wold-style-cast -Wimplicit-fallthrough)
endif()
if(RESERVE_WARNINGS_AS_ERRORS)
  target_compile_options(reserve_options INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
if(RESERVE_SANITIZE)
  target_compile_options(reserve_options INTERFACE -fsanitize=${RESERVE_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(reserve_options INTERFACE -fsanitize=${RESERVE_SANITIZE})
endif()

# Halves the time of a first build. Sources include what they use all the same: presets without it prove that.
set(RESERVE_PRECOMPILED_CORE
    <QByteArray> <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap> <QObject> <QSet>
    <QString> <QStringList> <QTimer> <QVariant> <tl/expected.hpp> <algorithm> <array> <chrono> <functional> <memory>
    <optional> <utility> <vector>)
set(RESERVE_PRECOMPILED_WIDGETS ${RESERVE_PRECOMPILED_CORE} <QBoxLayout> <QLabel> <QLineEdit> <QPainter> <QPushButton>
    <QTableView> <QWidget>)

# reserve_add_precompiled(<name> <Qt module> <header>...)
function(reserve_add_precompiled name module)
  add_library(reserve_precompiled_${name} OBJECT ${PROJECT_SOURCE_DIR}/packaging/cmake/precompiled.cpp)
  set_target_properties(reserve_precompiled_${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
  target_link_libraries(reserve_precompiled_${name} PRIVATE reserve_options tl::expected Qt6::${module})
  target_precompile_headers(reserve_precompiled_${name} PRIVATE ${ARGN})
endfunction()

if(RESERVE_PRECOMPILE)
  reserve_add_precompiled(core Core ${RESERVE_PRECOMPILED_CORE})
  if(RESERVE_BUILD_CONSOLE)
    reserve_add_precompiled(widgets Widgets ${RESERVE_PRECOMPILED_WIDGETS})
  endif()
endif()

# reserve_precompile(<target> core|widgets)
function(reserve_precompile target set)
  if(RESERVE_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM reserve_precompiled_${set})
  endif()
endfunction()

# reserve_add_library(<name> [OWN_DEFINITIONS] SOURCES ... [LINKS ...] [PRIVATE_LINKS ...])
# OWN_DEFINITIONS: what it links defines macros under which precompiled headers do not hold.
function(reserve_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "OWN_DEFINITIONS" "" "SOURCES;LINKS;PRIVATE_LINKS")
  add_library(reserve_${name} STATIC ${arg_SOURCES})
  target_link_libraries(
    reserve_${name}
    PUBLIC reserve_options Qt6::Core ${arg_LINKS}
    PRIVATE ${arg_PRIVATE_LINKS})
  if(NOT arg_OWN_DEFINITIONS)
    reserve_precompile(reserve_${name} core)
  endif()
endfunction()

# reserve_add_test(<file without .cpp> LINKS ... [EXTRA ...] [LABELS ...])
# The environment makes each run the same everywhere: no display, no keyring, one zone, folders of its own.
function(reserve_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LINKS;EXTRA;LABELS")
  add_executable(${name} ${name}.cpp ${arg_EXTRA})
  target_link_libraries(${name} PRIVATE reserve_options reserve_test_support Qt6::Test ${arg_LINKS})
  if("reserve_ui" IN_LIST arg_LINKS)
    reserve_precompile(${name} widgets)
  else()
    reserve_precompile(${name} core)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set(home ${CMAKE_BINARY_DIR}/test-homes/${name})
  file(MAKE_DIRECTORY ${home}/run)
  set_tests_properties(
    ${name}
    PROPERTIES
      TIMEOUT ${arg_TIMEOUT}
      LABELS "${arg_LABELS}"
      ENVIRONMENT
      "QT_QPA_PLATFORM=offscreen;QT_FORCE_ASSERTS=1;QT_LOGGING_RULES=qt.*.debug=false;TZ=UTC;LC_ALL=C.UTF-8;LANGUAGE=en;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache;XDG_RUNTIME_DIR=${home}/run;DBUS_SESSION_BUS_ADDRESS=disabled:"
  )
endfunction()
